package org.folkmoot.thanks;

import java.text.NumberFormat;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// What may be worth a thank-you.
enum MomentKind {
    FIRST_POST("First posts", "First post", 5, null),
    FIRST_ANSWER("First answers", "First answer", 8, null),
    FIRST_ACCEPTED("First accepted answers", "First accepted answer", 8, null),
    FIRST_REVIEW("First reviews", "First review", 8, null),
    FIRST_CHANGE("First merged changes", "First merged change", 9, null),
    FIRST_TALK("First talks and events", "First talk or event", 9, null),
    POSTS("Posts, round numbers", "%s post", 0, Track.POST),
    ANSWERS("Answers, round numbers", "%s answer", 0, Track.ANSWER),
    ACCEPTED("Accepted answers, round numbers", "%s accepted answer", 0, Track.ACCEPTED),
    REVIEWS("Reviews, round numbers", "%s review", 0, Track.REVIEW),
    CHANGES("Merged changes, round numbers", "%s merged change", 0, Track.CHANGE),
    TALKS("Talks and events, round numbers", "%s talk or event", 0, Track.TALK),
    NEWCOMERS("Help for newcomers", "Answered %s questions of newcomers in one month", 7, null),
    BACK("Came back", "Back after %s days", 6, null),
    YEARS("Years here", "%s here", 6, null);

    private final String label;
    private final String words;
    private final int worth;
    private final Track round;

    MomentKind(
            String label, String words, int worth, @org.jspecify.annotations.Nullable Track round) {
        this.label = label;
        this.words = words;
        this.worth = worth;
        this.round = round == null ? Track.HERE : round;
    }

    /// The kind of the nth of a track: its first, or a round number of it.
    static MomentKind of(Track track, int nth) {
        return valueOf(
                nth == 1
                        ? "FIRST_" + track.name()
                        : track == Track.ACCEPTED ? "ACCEPTED" : track.name() + "S");
    }

    /// @throws Refusal.Unusable for a key that is none of ours
    static MomentKind of(String key) {
        for (var kind : values()) {
            if (kind.key().equals(key)) {
                return kind;
            }
        }
        throw new Refusal.Unusable("There is no kind of moment called %s.".formatted(key));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As in a filter: "First answers".
    String label() {
        return label;
    }

    /// 1 (nice) to 9 (do not let it pass): which comes first on the wall.
    int worth(int nth) {
        return round == Track.HERE ? worth : round.worth() + Math.max(0, Track.ROUND.indexOf(nth));
    }

    /// "100th review", "Back after 120 days".
    String words(int nth) {
        var number = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(nth);
        return switch (this) {
            case YEARS -> nth == 1 ? "A year here" : words.formatted(number + " years");
            case BACK, NEWCOMERS -> words.formatted(number);
            default -> words.formatted(number + "th");
        };
    }

    /// The same within a sentence: "for the 100th review".
    String after(int nth) {
        var said = words(nth);
        var small = said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
        return switch (this) {
            case BACK -> "for coming back";
            case YEARS -> "for " + small;
            case NEWCOMERS -> "for answering " + nth + " questions of newcomers in one month";
            default -> "for the " + small;
        };
    }

    /// Whether it can happen to a person once only, whichever of their accounts did it.
    boolean onceForAll() {
        return this != BACK && this != NEWCOMERS;
    }

    /// Whether a community may choose from how many on it wants to see it.
    boolean countable() {
        return round != Track.HERE || this == BACK || this == NEWCOMERS || this == YEARS;
    }

    /// What its numbers count.
    String unit() {
        return switch (this) {
            case BACK -> "days of silence";
            case YEARS -> "years";
            case NEWCOMERS -> "in one month";
            default -> "in all";
        };
    }

    /// From how many on it is shown as long as a community has not chosen.
    int usually() {
        return switch (this) {
            case POSTS -> 100;
            case BACK -> 90;
            case NEWCOMERS -> 5;
            default -> round == Track.HERE ? 1 : Track.ROUND.getFirst();
        };
    }
}
