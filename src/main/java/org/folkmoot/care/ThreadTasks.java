package org.folkmoot.care;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Glimpses;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Tasks out of threads: one for each that has none to do yet.
@Repository
@Transactional
class ThreadTasks {

    private static final int WORDS = 400;

    private final JdbcClient db;
    private final Glimpses glimpses;
    private final Tasks tasks;

    ThreadTasks(JdbcClient db, Glimpses glimpses, Tasks tasks) {
        this.db = db;
        this.glimpses = glimpses;
        this.tasks = tasks;
    }

    /// @param what stands before the words of each: "Answer"
    /// @param owner an account; null for nobody
    /// @param authors whether each is about whoever wrote it
    record Wish(String what, @Nullable Long owner, Task.@Nullable Due due, boolean authors) {}

    /// @param posts activities; one task for each of their threads
    /// @return the tasks that were written down; none for a thread that has one to do, or is gone
    List<Long> write(Collection<Long> posts, Wish wish) {
        var found = glimpses.of(posts);
        var taken = new HashSet<>(busy(found.values().stream().map(g -> g.thread()).toList()));
        var authors = wish.authors() ? authors(found.keySet()) : Map.<Long, Long>of();
        var written = new ArrayList<Long>();
        for (var post : posts) {
            var one = found.get(post);
            if (one != null && taken.add(one.thread())) {
                var author = authors.get(post);
                written.add(
                        tasks.create(
                                new Tasks.Wish(
                                        "%s: %s".formatted(wish.what(), one.line(WORDS)),
                                        wish.due(),
                                        wish.owner(),
                                        one.thread(),
                                        author == null ? List.of() : List.of(author))));
            }
        }
        return written;
    }

    /// Which of these threads have a task that is not ended.
    private List<Long> busy(Collection<Long> threads) {
        return db.sql(
                        """
                        select t.thread_id from care.task t
                        where t.community_id = folkmoot.community() and t.thread_id = any(:threads)
                            and not exists (select from care.task_end e
                                where e.community_id = t.community_id and e.task_id = t.id)
                        """)
                .param("threads", threads.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private Map<Long, Long> authors(Collection<Long> posts) {
        var authors = new HashMap<Long, Long>();
        db.sql(
                        """
                        select a.id, i.member_id from activity.report_activity a
                        join members.report_identity i on i.community_id = a.community_id and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.id = any(:posts)
                        """)
                .param("posts", posts.toArray(Long[]::new))
                .query(
                        row -> {
                            authors.put(row.getLong(1), row.getLong(2));
                        });
        return authors;
    }
}
