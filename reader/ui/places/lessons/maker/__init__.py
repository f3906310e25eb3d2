"""Where a teacher makes a lesson: steps, pens, questions, locks, articles, reference marks."""
