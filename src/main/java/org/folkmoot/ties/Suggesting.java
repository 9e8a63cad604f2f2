package org.folkmoot.ties;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.folkmoot.community.Communities;
import org.folkmoot.consent.Answer;
import org.folkmoot.consent.Asking;
import org.folkmoot.consent.Channel;
import org.folkmoot.members.MemberNames;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks for people who should know each other, and notices those who met.
@Service
class Suggesting {

    /// In whose name that is done.
    static final String BY = "Folkmoot";

    /// Whoever came so lately is a newcomer.
    static final int NEWCOMER_DAYS = 30;

    /// So often a month somebody willing is asked at most.
    static final int ASKED = 4;

    /// So many suggestions wait at once, and of one person so many.
    static final int WAITING = 60;

    private static final int EACH = 2;

    private final Acquaintance acquaintance;
    private final MemberNames called;
    private final Introductions introductions;
    private final Moves moves;
    private final Drafts drafts;
    private final Asking asking;
    private final Communities communities;
    private final JdbcClient db;
    private final Clock clock;

    Suggesting(
            Acquaintance acquaintance,
            MemberNames called,
            Introductions introductions,
            Moves moves,
            Drafts drafts,
            Asking asking,
            Communities communities,
            JdbcClient db,
            Clock clock) {
        this.acquaintance = acquaintance;
        this.called = called;
        this.introductions = introductions;
        this.moves = moves;
        this.drafts = drafts;
        this.asking = asking;
        this.communities = communities;
        this.db = db;
        this.clock = clock;
    }

    /// What a look came to.
    ///
    /// @param found how many suggestions are new
    /// @param met how many who were introduced have met since
    record Done(int found, int met) {}

    private record Fresh(
            Introduction.Kind kind,
            long one,
            long other,
            String reason,
            String draft,
            double score) {}

    /// Looks in the community we are in. Two looks at once find the same once.
    @Transactional
    Done run() {
        db.sql("select pg_advisory_xact_lock(hashtext('introductions'), folkmoot.community())")
                .query((_, _) -> 1)
                .single();
        var now = clock.instant();
        var met = moves.met();
        var fresh = new ArrayList<Fresh>();
        var apart = acquaintance.apart(now);
        var locale = communities.here().locale();
        var room = WAITING - introductions.counts().getOrDefault("suggested", 0);
        var welcomed = new HashSet<Long>();
        var asked = new HashMap<Long, Integer>();
        for (var w : acquaintance.welcomes(now, NEWCOMER_DAYS)) {
            var month = asked.merge(w.helper(), 1, Integer::sum) - 1 + w.month();
            if (month >= ASKED
                    || welcomed.contains(w.newcomer())
                    || apart.contains(Interests.key(w.newcomer(), w.helper()))) {
                asked.merge(w.helper(), -1, Integer::sum);
                continue;
            }
            welcomed.add(w.newcomer());
            apart.add(Interests.key(w.newcomer(), w.helper()));
            fresh.add(
                    new Fresh(
                            Introduction.Kind.WELCOME,
                            w.newcomer(),
                            w.helper(),
                            Drafts.reason(w),
                            drafts.welcome(locale, w),
                            w.waiting() ? 2 : 1));
        }
        fresh.addAll(shared(now, apart, locale));
        var kept =
                askable(fresh.stream().limit(3L * WAITING).toList()).stream()
                        .limit(Math.max(0, room))
                        .toList();
        write(kept, now);
        return new Done(kept.size(), met);
    }

    /// Without those of whom one objected, or was asked too often of late.
    private List<Fresh> askable(List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return fresh;
        }
        var both = fresh.stream().flatMap(f -> Stream.of(f.one(), f.other())).distinct().toList();
        var answers = asking.would(both, Moves.PURPOSE, Channel.HAND);
        return fresh.stream()
                .filter(f -> free(answers.get(f.one())) && free(answers.get(f.other())))
                .toList();
    }

    /// Quiet hours hold nothing here: somebody writes when they see fit, days later perhaps.
    private boolean free(@Nullable Answer answer) {
        return answer instanceof Answer.Sent
                || answer instanceof Answer.Going
                || (answer instanceof Answer.Held held
                        && held.until().isBefore(clock.instant().plus(Duration.ofDays(1))));
    }

    private List<Fresh> shared(Instant now, java.util.Set<String> apart, Locale locale) {
        var alike = acquaintance.interests(now).alike(apart, 10 * WAITING);
        var names =
                called.of(
                        alike.stream()
                                .flatMap(a -> Stream.of(a.one(), a.other()))
                                .distinct()
                                .toList());
        var times = new HashMap<Long, Integer>();
        var fresh = new ArrayList<Fresh>();
        for (var a : alike) {
            var one = names.get(a.one());
            var other = names.get(a.other());
            if (one == null
                    || other == null
                    || times.getOrDefault(a.one(), 0) >= EACH
                    || times.getOrDefault(a.other(), 0) >= EACH) {
                continue;
            }
            times.merge(a.one(), 1, Integer::sum);
            times.merge(a.other(), 1, Integer::sum);
            fresh.add(
                    new Fresh(
                            Introduction.Kind.SHARED,
                            a.one(),
                            a.other(),
                            Drafts.reason(a.shared()),
                            drafts.shared(locale, one, other, a.shared()),
                            a.score()));
        }
        return fresh;
    }

    private void write(List<Fresh> fresh, Instant now) {
        db.sql(
                        """
                        insert into ties.introduction (community_id, kind, put_on, put_on_other, reason, draft, score, since, suggested_at)
                        select folkmoot.community(), f.kind, f.one, f.other, f.reason, left(f.draft, :most), f.score, :now, :now
                        from unnest(:kinds::text[], :ones::bigint[], :others::bigint[], :reasons::text[], :drafts::text[], :scores::float8[])
                            f(kind, one, other, reason, draft, score)
                        """)
                .param("most", Introduction.DRAFT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("kinds", fresh.stream().map(f -> f.kind().key()).toArray(String[]::new))
                .param("ones", fresh.stream().map(Fresh::one).toArray(Long[]::new))
                .param("others", fresh.stream().map(Fresh::other).toArray(Long[]::new))
                .param("reasons", fresh.stream().map(Fresh::reason).toArray(String[]::new))
                .param("drafts", fresh.stream().map(Fresh::draft).toArray(String[]::new))
                .param("scores", fresh.stream().map(Fresh::score).toArray(Double[]::new))
                .update();
    }
}
