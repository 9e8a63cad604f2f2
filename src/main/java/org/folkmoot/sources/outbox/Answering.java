package org.folkmoot.sources.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Originals;
import org.folkmoot.activity.Reached;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Rooms;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds the connections by which a post can be answered, and what each can do about it.
@Component
class Answering implements Reached {

    private final Originals originals;
    private final Rooms rooms;
    private final Sources sources;
    private final Platforms platforms;
    private final JdbcClient db;

    Answering(
            Originals originals, Rooms rooms, Sources sources, Platforms platforms, JdbcClient db) {
        this.originals = originals;
        this.rooms = rooms;
        this.sources = sources;
        this.platforms = platforms;
        this.db = db;
    }

    /// One way to answer.
    ///
    /// @param does what of it this visitor may
    record Way(Source source, Connector connector, List<Act.What> does) {

        boolean does(Act.What what) {
            return does.contains(what);
        }

        /// What a moderator chooses from.
        List<Act.What> moderating() {
            return does.stream().filter(w -> w.permission() == Permission.MODERATE).toList();
        }
    }

    /// A post and all that can be done about it.
    ///
    /// @param author what its platform calls whoever wrote it; null when nobody knows
    record Post(Originals.Original original, @Nullable String author, List<Way> ways) {

        /// What an act is done to: the post as its platform calls it, or whoever wrote it.
        String target(Act.What what) {
            var whose = what.ofPerson() ? author : original.id();
            if (whose == null) {
                throw new Refusal.Unusable("Nobody knows who wrote it.");
            }
            return whose;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> by(Visitor visitor) {
        if (!visitor.may(Permission.SPEAK) && !visitor.may(Permission.MODERATE)) {
            return Set.of();
        }
        var able = new HashMap<String, Boolean>();
        return rooms.spaces().entrySet().stream()
                .filter(
                        space ->
                                able.computeIfAbsent(
                                        space.getValue(),
                                        p -> !may(platforms.named(p), visitor, true).isEmpty()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Transactional(readOnly = true)
    public Post post(long activity, Visitor visitor) {
        var post = post(activity);
        var ways =
                rooms.reading(post.original().source()).stream()
                        .map(sources::get)
                        .map(source -> way(source, visitor, post.author() != null))
                        .filter(way -> !way.does().isEmpty())
                        .toList();
        return new Post(post.original(), post.author(), ways);
    }

    /// A post by whomever it is answered; of no way it is said.
    @Transactional(readOnly = true)
    public Post post(long activity) {
        var original = originals.of(activity).orElseThrow(() -> new Refusal.NotFound("This post"));
        return new Post(original, author(original.identity()), List.of());
    }

    private Way way(Source source, Visitor visitor, boolean authored) {
        var connector = platforms.of(source);
        return new Way(source, connector, may(connector, visitor, authored));
    }

    private static List<Act.What> may(Connector connector, Visitor visitor, boolean authored) {
        return Speaking.does(connector).stream()
                // a role has to be named, for which the page of a post has no field
                .filter(what -> what != Act.What.ROLE)
                .filter(what -> what.ofPost() || (authored && what.ofPerson()))
                .filter(what -> visitor.may(what.permission()))
                .sorted()
                .toList();
    }

    private @Nullable String author(@Nullable Long identity) {
        return identity == null
                ? null
                : db.sql(
                                """
                                select external_id from members.report_account
                                where community_id = folkmoot.community() and identity_id = :identity
                                """)
                        .param("identity", identity)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }
}
