"""Python in the browser itself: the installable app. Nothing here is imported anywhere else."""
