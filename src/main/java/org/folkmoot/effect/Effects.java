package org.folkmoot.effect;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.MemberNames;
import org.folkmoot.members.PeopleChoice;
import org.folkmoot.members.SegmentEntries;
import org.folkmoot.metrics.Attendance;
import org.folkmoot.metrics.Attendance.Register;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Works effects out of who was active when. Nothing is kept: a merge or a new activity holds at
/// once.
@Service
class Effects {

    /// What is asked of first, as far as anybody did it.
    private static final List<Kind> OFTEN_ASKED =
            List.of(
                    Kind.ATTENDANCE,
                    Kind.REGISTRATION,
                    Kind.ANSWER,
                    Kind.REVIEW,
                    Kind.PULL_REQUEST,
                    Kind.ISSUE,
                    Kind.QUESTION,
                    Kind.REPLY);

    private final Attendance attendance;
    private final Firsts firsts;
    private final SegmentEntries entries;
    private final PeopleChoice choice;
    private final MemberNames names;
    private final Kinds kinds;
    private final Communities communities;
    private final Clock clock;

    Effects(
            Attendance attendance,
            Firsts firsts,
            SegmentEntries entries,
            PeopleChoice choice,
            MemberNames names,
            Kinds kinds,
            Communities communities,
            Clock clock) {
        this.attendance = attendance;
        this.firsts = firsts;
        this.entries = entries;
        this.choice = choice;
        this.names = names;
        this.kinds = kinds;
        this.communities = communities;
        this.clock = clock;
    }

    /// What one may ask of.
    ///
    /// @param segments names by id
    record Offer(List<Kind> kinds, Map<Long, String> segments) {

        Cause first() {
            return new Cause.Did(
                    OFTEN_ASKED.stream()
                            .filter(kinds::contains)
                            .findFirst()
                            .orElse(Kind.ATTENDANCE));
        }
    }

    @Transactional(readOnly = true)
    Offer offer() {
        return new Offer(List.copyOf(firsts.kinds()), entries.segments());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), communities.here().zone());
    }

    /// @param contacts whether the reader may ask for contact data in a condition
    /// @throws Refusal.NotFound when there is no such segment
    Effect of(Question asked, boolean contacts) {
        var zone = communities.here().zone();
        var begin = asked.first().minusDays(Question.BEFORE);
        var register = attendance.between(begin, asked.asOf());
        var when = when(asked, register, zone, begin);
        var days = Days.of(register);
        var chosen =
                new Looks(
                                days,
                                when,
                                present(asked.cause()),
                                Question.BEFORE,
                                Question.BEFORE + asked.span() - 1)
                        .choose(among(asked, register, contacts));
        return Effect.of(asked, chosen, when, days);
    }

    private boolean present(Cause cause) {
        return cause instanceof Cause.Did did
                && kinds.here().counts(did.kind(), Kind.Counts.ACTIVE);
    }

    private int[] when(Question asked, Register register, ZoneId zone, LocalDate begin) {
        var when = new int[register.persons()];
        Arrays.fill(when, Integer.MAX_VALUE);
        days(asked, zone)
                .forEach(
                        (member, day) -> {
                            int person = register.person(member);
                            if (person >= 0) {
                                when[person] = (int) ChronoUnit.DAYS.between(begin, day);
                            }
                        });
        return when;
    }

    private Map<Long, LocalDate> days(Question asked, ZoneId zone) {
        return switch (asked.cause()) {
            case Cause.Did did -> firsts.of(did.kind(), asked.asOf(), zone);
            case Cause.Entered entered -> {
                if (!entries.segments().containsKey(entered.segment())) {
                    throw new Refusal.NotFound("This segment");
                }
                yield entries.first(entered.segment(), zone);
            }
        };
    }

    private boolean[] among(Question asked, Register register, boolean contacts) {
        var among = new boolean[register.persons()];
        if (asked.where().isEmpty()) {
            Arrays.fill(among, true);
        } else {
            for (long member : choice.fitting(asked.where(), contacts)) {
                int person = register.person(member);
                if (person >= 0) {
                    among[person] = true;
                }
            }
        }
        return among;
    }

    /// The segments one may ask within, by their condition.
    Map<String, String> within() {
        return choice.segments();
    }

    Map<Long, String> names(List<Effect.Who> who) {
        return names.of(who.stream().map(Effect.Who::member).toList());
    }
}
