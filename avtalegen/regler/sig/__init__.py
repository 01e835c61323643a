"""SIG: klar til å signeres."""
