package org.folkmoot.sources;

import java.time.Instant;
import java.util.List;
import org.folkmoot.connectors.Found;

/// What came of asking a platform once. The connector says what happened; what is done about it is
/// the puller's affair alone.
public sealed interface Pull {

    /// A page.
    ///
    /// @param page what was found, in the same words as an import of it
    /// @param figures what the platform counts itself
    /// @param next where to go on, in the connector's own words; kept together with the page
    /// @param more whether there is more at once; else all is here that there is by now
    /// @param doing what it is at, for people: "comments of ada/moot"
    record Caught(
            List<Found> page, List<Statistic> figures, String next, boolean more, String doing)
            implements Pull {

        public Caught {
            page = List.copyOf(page);
            figures = List.copyOf(figures);
        }

        public Caught(List<Found> page, String next, boolean more, String doing) {
            this(page, List.of(), next, more, doing);
        }
    }

    /// The platform wants to be left alone until then.
    record SlowDown(Instant until, String why) implements Pull {}

    /// Only a person can mend it: the secret is wrong, was taken back or may not do this.
    record SignInAgain(String why) implements Pull {}

    /// What it says of trouble, to whoever just tried it.
    default String words() {
        return switch (this) {
            case SlowDown(_, var why) -> why + " Try again later.";
            case SignInAgain(var why) -> why;
            case Unreachable(var why, _) -> why;
            case Caught(_, _, _, _, var doing) -> doing;
        };
    }

    /// It did not answer as it should; a later try may help.
    ///
    /// @param mayHaveActed whether what was asked may have been done all the same
    record Unreachable(String why, boolean mayHaveActed) implements Pull {

        public Unreachable(String why) {
            this(why, true);
        }
    }
}
