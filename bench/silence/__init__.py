"""What extraction loses without a word: planted sentences, and doubts where nothing is to be found."""
