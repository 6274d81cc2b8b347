"""What the demo company's people said and did: two years of the field, beside its ledger."""
