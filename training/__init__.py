"""The recipe that makes the weights in `rashomon.inference`: never imported by the program itself."""
