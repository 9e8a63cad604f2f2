package org.folkmoot.care;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Trail;
import org.folkmoot.members.Mentionable;
import org.folkmoot.members.NoteHearer;
import org.folkmoot.members.Written;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Colleagues whom notes name, unread until they open them. Who names herself is told nothing.
@Repository
@Transactional
class Mentions implements NoteHearer {

    private final JdbcClient db;
    private final Colleagues colleagues;
    private final Written notes;

    Mentions(JdbcClient db, Colleagues colleagues, Written notes) {
        this.db = db;
        this.colleagues = colleagues;
        this.notes = notes;
    }

    /// @param about whom the note is about
    record Mention(long note, Who about, String words, String by, Instant at, boolean unread) {}

    @Override
    public void wrote(long member, long note, String text) {
        var named = new Mentionable(colleagues.all()).in(text);
        var me = Here.accountOrNull();
        if (me != null) {
            named.remove(me);
        }
        var accounts = named.toArray(Long[]::new);
        db.sql(
                        """
                        delete from care.mention where community_id = folkmoot.community() and note_id = :note
                            and account <> all(:accounts)
                        """)
                .param("note", note)
                .param("accounts", accounts)
                .update();
        db.sql(
                        """
                        insert into care.mention (community_id, account, note_id, put_on, by)
                        select folkmoot.community(), a, :note, :member, :by from unnest(:accounts::bigint[]) a
                        on conflict do nothing
                        """)
                .param("note", note)
                .param("member", member)
                .param("by", Trail.who())
                .param("accounts", accounts)
                .update();
    }

    /// What names that teammate, unread first, then newest first. Deleted notes are left out.
    @Transactional(readOnly = true)
    List<Mention> of(long account, boolean unreadOnly, int most) {
        var found = new LinkedHashMap<Long, Boolean>();
        db.sql(
                        """
                        select note_id, seen_at is null from care.mention
                        where community_id = folkmoot.community() and account = :account and (seen_at is null or not :unread)
                        order by seen_at is null desc, at desc, note_id desc limit :most
                        """)
                .param("account", account)
                .param("unread", unreadOnly)
                .param("most", most)
                .query(
                        row -> {
                            found.put(row.getLong(1), row.getBoolean(2));
                        });
        var written = new LinkedHashMap<Long, Written.Note>();
        if (!found.isEmpty()) {
            notes.some(found.keySet()).forEach(note -> written.put(note.id(), note));
        }
        var mentions = new ArrayList<Mention>();
        found.forEach(
                (id, unread) -> {
                    var note = written.get(id);
                    if (note != null) {
                        mentions.add(
                                new Mention(
                                        id,
                                        new Who(note.member(), note.name()),
                                        note.words(),
                                        note.by(),
                                        note.at(),
                                        unread));
                    }
                });
        return mentions;
    }

    /// @param note 0 for all
    void seen(long account, long note) {
        db.sql(
                        """
                        update care.mention set seen_at = now() where community_id = folkmoot.community()
                            and account = :account and seen_at is null and (:note = 0 or note_id = :note)
                        """)
                .param("account", account)
                .param("note", note)
                .update();
    }

    /// The names a note can mention, as a program asks for them.
    @Transactional(readOnly = true)
    List<Map<String, String>> names() {
        return colleagues.all().stream().map(c -> Map.of("name", c.name())).toList();
    }
}
