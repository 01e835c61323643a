"""What is proposed to those who write an agreement, and never stands as agreed: the new file."""
