"""What differs between a phone, a browser and the server that draws for a browser."""
