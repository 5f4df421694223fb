"""Who is in a story: clubs known and unknown, people, who plays for whom, who speaks, whom a pronoun means."""
