"""DAT: datoer som motsier hverandre eller er passert."""
