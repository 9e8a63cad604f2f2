package org.folkmoot.kernel;

/// A request we understood and will not fulfil. The message is shown to the person who asked, so
/// write it for them: what happened, and what to do.
public abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected Refusal(String message) {
        super(message, null, false, false);
    }

    /// `what` starts the sentence: "This person".
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1;

        public NotFound(String what) {
            super(what + " is not here: it was removed, or the link is wrong.");
        }
    }

    /// `what` goes on from "Your role cannot": "see the team".
    public static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1;

        public NotAllowed(String what) {
            super("Your role cannot " + what + ". Ask a lead of this community to grant it.");
        }
    }

    public static final class OutOfDate extends Refusal {
        private static final long serialVersionUID = 1;

        public OutOfDate(String what) {
            super("Someone changed " + what + " while you were editing. Reload to see it.");
        }
    }

    /// Input we cannot use; the whole sentence is the caller's.
    public static final class Unusable extends Refusal {
        private static final long serialVersionUID = 1;

        public Unusable(String message) {
            super(message);
        }
    }
}
