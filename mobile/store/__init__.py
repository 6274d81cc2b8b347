"""What the app knows and the verbs that change it. Screens read it; it draws nothing."""
