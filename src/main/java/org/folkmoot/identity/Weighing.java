package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.web.PlatformNames;
import org.jspecify.annotations.Nullable;

/// Weighs two portraits by the rule of Fellegi and Sunter (1969): each thing on which they agree or
/// differ adds `log2(m / u)`, m being how often that is seen when they are one person, u when they
/// are two. What is known of the first does not depend on whose it is, so `weigh(a, b)` is
/// `weigh(b, a)`.
final class Weighing {

    /// How many other identities of the same person an identity has, on the average.
    private static final double OTHERS = 0.5;

    private static final double SAME_MAIL_VERIFIED = 13;
    private static final double SAME_MAIL = 10;
    private static final double SAME_MAILBOX = 8;
    private static final double LINKED = 9;
    private static final double BOTH_NAME = 7;
    private static final double TWO_ACCOUNTS = -6;

    /// Platforms on which one person has one account as a rule; elsewhere an identity is only an
    /// address, of which people have several.
    static final Set<String> ONE_EACH =
            Set.of(
                    "slack",
                    "discord",
                    "github",
                    "discourse",
                    "stackexchange",
                    "gitlab",
                    "mattermost",
                    "telegram",
                    "reddit");

    private final Rarity rarity;
    private final NameWeighing names;
    private final HandleWeighing handles;
    private final Lessons lessons;

    Weighing(Rarity rarity, Habits habits, Lessons lessons) {
        this.lessons = lessons;
        this.rarity = rarity;
        this.names = new NameWeighing(rarity, habits);
        this.handles = new HandleWeighing(rarity, habits);
    }

    /// The odds before anything is known of two identities, and what they share by themselves.
    Match weigh(Portrait a, Portrait b) {
        var first = a.identity() < b.identity();
        var one = first ? a : b;
        var other = first ? b : a;
        var evidence = new ArrayList<Evidence>();
        mail(one, other, evidence);
        accounts(one, other, evidence);
        var linked = !evidence.isEmpty();
        var name = names.weigh(one, other);
        if (name.evidence() != null) {
            evidence.add(name.evidence());
        }
        if (!linked) { // else the handle and the domain are but parts of what was weighed
            handles.weigh(one, other, name, evidence);
            site(one, other, evidence);
        }
        supporting(one, other, evidence);
        if (one.source().equals(other.source()) && ONE_EACH.contains(one.platform())) {
            evidence.add(
                    new Evidence(
                            "two_accounts",
                            TWO_ACCOUNTS,
                            "Two different accounts on %s"
                                    .formatted(PlatformNames.of(one.platform()))));
        }
        var score = prior() + evidence.stream().mapToDouble(Evidence::weight).sum();
        if (!linked) {
            var learnt = lessons.of(score, evidence);
            learnt.ifPresent(evidence::add);
            score += learnt.map(Evidence::weight).orElse(0.0);
        }
        return new Match(new Pair(one.identity(), other.identity()), score, evidence);
    }

    private double prior() {
        return log2(OTHERS / Math.max(2, rarity.identities()));
    }

    /// What outweighs the odds before, however large the community.
    private double whatever(double bits) {
        return bits - prior();
    }

    private void mail(Portrait one, Portrait other, List<Evidence> evidence) {
        var a = one.address();
        var b = other.address();
        if (a == null || b == null || !a.mailbox().equals(b.mailbox())) {
            return;
        }
        if (!a.text().equals(b.text())) {
            evidence.add(
                    new Evidence(
                            "same_mailbox",
                            whatever(SAME_MAILBOX),
                            "%s and %s reach the same mailbox".formatted(a, b)));
        } else if (one.verified() && other.verified()) {
            evidence.add(
                    new Evidence(
                            "same_mail_verified",
                            whatever(SAME_MAIL_VERIFIED),
                            "Same e-mail address %s, verified on both platforms".formatted(a)));
        } else {
            evidence.add(
                    new Evidence(
                            "same_mail",
                            whatever(SAME_MAIL),
                            "Same e-mail address %s".formatted(a)));
        }
    }

    private void accounts(Portrait one, Portrait other, List<Evidence> evidence) {
        var named = named(one, other);
        if (named == null) {
            named = named(other, one);
        }
        if (named != null) {
            evidence.add(
                    new Evidence(
                            "linked",
                            whatever(LINKED),
                            "A profile names the other as its account %s".formatted(shown(named))));
            return;
        }
        for (var account : one.accounts()) {
            if (other.accounts().contains(account)) {
                evidence.add(
                        new Evidence(
                                "both_name",
                                whatever(BOTH_NAME),
                                "Both name the account %s".formatted(shown(account))));
                return;
            }
        }
    }

    private static @Nullable String named(Portrait by, Portrait who) {
        return who.own() != null && by.accounts().contains(who.own()) ? who.own() : null;
    }

    private static String shown(String account) {
        var colon = account.indexOf(':');
        return account.substring(colon + 1)
                + " on "
                + PlatformNames.of(account.substring(0, colon));
    }

    private void site(Portrait one, Portrait other, List<Evidence> evidence) {
        if (one.site() != null && one.site().equals(other.site())) {
            var bits = Math.clamp(log2(0.15 / rarity.site(one.site())), 0, 6);
            if (bits > 0) {
                evidence.add(
                        new Evidence(
                                "same_site",
                                bits,
                                "Both are at %s, as %s here"
                                        .formatted(
                                                one.site(),
                                                people(
                                                        rarity.count(
                                                                new Trait(
                                                                        Trait.Type.SITE,
                                                                        one.site()))))));
            }
        }
    }

    private static void supporting(Portrait one, Portrait other, List<Evidence> evidence) {
        var organisation = one.organisation();
        if (organisation != null
                && other.organisation() != null
                && Folding.plain(organisation).equals(Folding.plain(other.organisation()))) {
            evidence.add(
                    new Evidence("same_organisation", 2, "Both are of %s".formatted(organisation)));
        }
        var zone = one.timezone();
        if (zone != null && other.timezone() != null) {
            evidence.add(
                    zone.equals(other.timezone())
                            ? new Evidence("same_timezone", 1, "Same time zone, " + zone)
                            : new Evidence(
                                    "other_timezone",
                                    -0.5,
                                    "Different time zones, %s and %s"
                                            .formatted(zone, other.timezone())));
        }
        if (one.joined() != null
                && other.joined() != null
                && java.time.Duration.between(one.joined(), other.joined()).abs().toHours() < 24) {
            evidence.add(new Evidence("joined_together", 1.5, "Joined within a day of each other"));
        }
    }

    static String people(int many) {
        return switch (many) {
            case 0, 1 -> "nobody else";
            case 2 -> "only these two";
            default -> "%,d accounts".formatted(many);
        };
    }

    static double log2(double odds) {
        return Math.log(odds) / Math.log(2);
    }
}
