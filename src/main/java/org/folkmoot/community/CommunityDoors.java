package org.folkmoot.community;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.access.Door;
import org.folkmoot.access.Doors;
import org.springframework.stereotype.Component;

/// Tells access which communities there are.
@Component
class CommunityDoors implements Doors {

    private final Communities communities;

    CommunityDoors(Communities communities) {
        this.communities = communities;
    }

    @Override
    public Optional<Door> find(String slug) {
        return communities.find(slug).map(CommunityDoors::door);
    }

    @Override
    public List<Door> all() {
        return communities.all().stream().map(CommunityDoors::door).toList();
    }

    @Override
    public Door found(String slug, String name, String kind, String timezone, String locale) {
        return door(communities.create(slug, name, kind, timezone, locale, false));
    }

    @Override
    public List<Kind> kinds() {
        return Arrays.stream(Community.Kind.values())
                .map(kind -> new Kind(kind.key(), kind.label()))
                .toList();
    }

    @Override
    public boolean isSlug(String text) {
        return Communities.isSlug(text);
    }

    @Override
    public String slugFrom(String name) {
        return Communities.slugFrom(name);
    }

    private static Door door(Community c) {
        return new Door(c.id(), c.slug(), c.name(), c.zone(), c.locale(), c.demo());
    }
}
