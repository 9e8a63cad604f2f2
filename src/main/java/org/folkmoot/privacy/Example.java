package org.folkmoot.privacy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.folkmoot.community.Scene;
import org.folkmoot.privacy.Request.State;
import org.folkmoot.privacy.Request.Wants;
import org.springframework.stereotype.Component;

/// A register that is filled in but for the last line, two requests and an objection: for a
/// community that is made up to look around in.
@Component
class Example implements Scene {

    private final Register register;
    private final Requests requests;
    private final Restraints restraints;
    private final Subjects subjects;
    private final Clock clock;

    Example(
            Register register,
            Requests requests,
            Restraints restraints,
            Subjects subjects,
            Clock clock) {
        this.restraints = restraints;
        this.subjects = subjects;
        this.clock = clock;
        this.register = register;
        this.requests = requests;
    }

    @Override
    public int order() {
        return 40;
    }

    /// Not where somebody was here before.
    @Override
    public boolean due() {
        return register.contact().isEmpty();
    }

    @Override
    public void play() {
        register.contact(
                new Register.Contact(
                        "Lantern Foundation, 1 Harbour Street, Bremen", "privacy@lantern.example"));
        var all = register.all();
        for (var purpose : all.subList(0, Math.max(0, all.size() - 1))) {
            register.say(
                    purpose.because(
                            "interest",
                            "To answer questions, to thank those who help, and to see whether the community is healthy.",
                            "What members do on "
                                    + purpose.label()
                                    + ", where all of it can be read",
                            "As long as the community exists, or until you ask us to forget you"));
        }
        requests.add(
                Wants.COPY,
                "ada@lantern.example",
                "I would like to see what you have collected since I joined.",
                Locale.ENGLISH,
                State.PROVEN,
                MembersPage.MEMBER);
        requests.add(
                Wants.ERASURE,
                "somebody@old.example",
                "I left the project. Please take my name off.",
                Locale.ENGLISH,
                State.PROVEN,
                MembersPage.MEMBER);
        subjects.some()
                .ifPresent(
                        member ->
                                restraints.put(
                                        subjects.get(member),
                                        new RestraintWish(
                                                Restraint.Kind.OBJECTION,
                                                "Wrote to us: no thanks, no letters, please.",
                                                clock.instant()
                                                        .atZone(ZoneOffset.UTC)
                                                        .toLocalDate()
                                                        .minusDays(9),
                                                null)));
    }
}
