"""Text that knows which values it shows: from the values of an agreement to the blocks of its document."""
