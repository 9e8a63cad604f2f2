package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;

/// Some weeks of a community by chance: posts, replies that come before what they answer, votes,
/// deletions, arrivals.
final class RandomTown {

    static final String CHAT = "slack:T1";
    static final String FORUM = "discourse:lantern";
    private static final LocalDate START = LocalDate.parse("2025-01-20");
    private static final int DAYS = 100;
    private static final List<String> PEOPLE =
            List.of("Ada", "Grace", "Linus", "Zoë", "Mallory", "花子", "محمد");

    private final Random random;
    private final Community community;
    private final Intaking intaking;
    private int next;

    RandomTown(long seed, Community community, Intaking intaking) {
        this.random = new Random(seed);
        this.community = community;
        this.intaking = intaking;
        take(
                new Found.Origin(CHAT, "Lantern chat", Markup.SLACK),
                new Found.Origin(FORUM, "Lantern forum", Markup.MARKDOWN),
                Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                Found.Place.of(FORUM, "F1", "help desk", Style.FORUM),
                Person.of(CHAT, "Robby").with("name", "Robby").flag(Person.Flag.BOT, true));
    }

    void take(Found... found) {
        intaking.take(community, List.of(found));
    }

    void steps(int many) {
        for (int i = 0; i < many; i++) {
            step();
        }
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0 -> take(mark(Found.Mark.What.DELETED));
            case 1 -> take(mark(Found.Mark.What.ACCEPTED));
            case 2 -> take(Person.of(source(next), who()).joined(time()));
            default -> take(deed(next++));
        }
    }

    private Found.Mark mark(Found.Mark.What what) {
        int number = random.nextInt(next + 2);
        return new Found.Mark(source(number), "d" + number, what, null, null);
    }

    private Deed deed(int number) {
        var reply = random.nextBoolean();
        var kind =
                reply
                        ? random.nextInt(3) == 0 ? Kind.VOTE : Kind.REPLY
                        : random.nextInt(4) == 0 ? Kind.COMMIT : Kind.MESSAGE;
        var deed =
                Deed.of(source(number), "d" + number, kind, who(), time())
                        .in(number % 3 == 0 ? "F1" : "C1")
                        .saying(random.nextBoolean() ? "Does the lamp work?" : "It does")
                        .mentioning(random.nextInt(3) == 0 ? Set.of(who()) : Set.of());
        int other = Math.max(0, number + 3 * (random.nextInt(7) - 5));
        return reply && other != number ? deed.under("d" + other) : deed;
    }

    private static String source(int number) {
        return number % 3 == 0 ? FORUM : CHAT;
    }

    private String who() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private Instant time() {
        var start = START.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
        return start.plusSeconds(random.nextInt(DAYS * 86_400));
    }
}
