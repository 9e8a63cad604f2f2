package org.folkmoot.members;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the team writes down about people. A deleted note can be brought back for an hour; then its
/// text is gone for good.
@Repository
@Transactional
class Notes {

    private static final int LONGEST = 20_000;

    private final JdbcClient db;
    private final Identities identities;
    private final MemberFacts facts;
    private final Colleagues colleagues;
    private final List<NoteHearer> hearers;
    private final Trail trail;

    Notes(
            JdbcClient db,
            Identities identities,
            MemberFacts facts,
            Colleagues colleagues,
            List<NoteHearer> hearers,
            Trail trail) {
        this.db = db;
        this.identities = identities;
        this.facts = facts;
        this.colleagues = colleagues;
        this.hearers = hearers;
        this.trail = trail;
    }

    /// @param text Markdown, as written
    /// @param marked the same with the colleagues it names set apart
    record Note(
            long id,
            String text,
            String marked,
            String by,
            Instant at,
            @Nullable Instant editedAt) {

        /// As it is meant; nothing remote in it is loaded by itself.
        Content shown() {
            return Foreign.of(Foreign.Markup.MARKDOWN, marked, _ -> null);
        }

        /// Tells this text from a later one.
        Instant asOf() {
            return editedAt == null ? at : editedAt;
        }
    }

    @Transactional(readOnly = true)
    List<Note> of(long member) {
        var team = new Mentionable(colleagues.all());
        return db.sql(
                        """
                        select id, text, by, at, edited_at from members.note
                        where community_id = folkmoot.community() and member_id = :member and removed_at is null
                        order by at desc, id desc
                        """)
                .param("member", member)
                .query(
                        (row, _) ->
                                new Note(
                                        row.getLong(1),
                                        row.getString(2),
                                        team.marked(row.getString(2)),
                                        row.getString(3),
                                        Objects.requireNonNull(People.instant(row, 4)),
                                        People.instant(row, 5)))
                .list();
    }

    /// @throws Refusal.Unusable for an empty or endless text
    void add(long member, String text) {
        var id =
                db.sql(
                                """
                                insert into members.note (community_id, put_on, member_id, text, by)
                                values (folkmoot.community(), :member, :member, :text, :by) returning id
                                """)
                        .param("member", member)
                        .param("text", usable(text))
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        hearers.forEach(hearer -> hearer.wrote(member, id, text));
        done("note added", member, id);
    }

    /// What became of a change.
    enum Edited {
        DONE,
        /// Somebody else was quicker; theirs stands.
        CHANGED,
        /// Somebody deleted it.
        GONE
    }

    /// @param asOf of the text that was changed
    Edited edit(long member, long id, Instant asOf, String text) {
        var found =
                db.sql(
                                """
                                update members.note set text = :text, edited_at = clock_timestamp()
                                where community_id = folkmoot.community() and id = :id and member_id = :member
                                    and removed_at is null and coalesce(edited_at, at) = :asOf
                                """)
                        .param("text", usable(text))
                        .param("id", id)
                        .param("member", member)
                        .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                        .update();
        if (found == 0) {
            return of(member).stream().anyMatch(note -> note.id() == id)
                    ? Edited.CHANGED
                    : Edited.GONE;
        }
        hearers.forEach(hearer -> hearer.wrote(member, id, text));
        done("note edited", member, id);
        return Edited.DONE;
    }

    void remove(long member, long id) {
        forget();
        expect(move(member, id, "set removed_at = now()", "removed_at is null"));
        done("note deleted", member, id);
    }

    void bringBack(long member, long id) {
        forget();
        expect(
                move(
                        member,
                        id,
                        "set removed_at = null",
                        "removed_at is not null and text not like 'md5:%'"));
        done("note brought back", member, id);
    }

    private int move(long member, long id, String change, String only) {
        return db.sql(
                        """
                        update members.note %s
                        where community_id = folkmoot.community() and id = :id and member_id = :member and %s
                        """
                                .formatted(change, only))
                .param("id", id)
                .param("member", member)
                .update();
    }

    /// Of notes deleted an hour ago only the digest is kept.
    private void forget() {
        db.sql(
                        """
                        update members.note set text = 'md5:' || md5(text)
                        where community_id = folkmoot.community() and removed_at < now() - interval '1 hour'
                            and text not like 'md5:%'
                        """)
                .update();
    }

    private void done(String action, long member, long id) {
        facts.derive(identities.of(member)); // notes are searched
        trail.record(action, "member", Long.toString(member), Map.of("note", id));
    }

    private static void expect(int found) {
        if (found == 0) {
            throw new Refusal.NotFound("This note");
        }
    }

    private static String usable(String text) {
        var clean = text.replace("\0", "").strip();
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new Refusal.Unusable("Write a note of up to 20,000 characters.");
        }
        return clean;
    }
}
