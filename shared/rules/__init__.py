"""Pure decisions that phone and server must agree on: values in, a value or a `Refusal` out."""
