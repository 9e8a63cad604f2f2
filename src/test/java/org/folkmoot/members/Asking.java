package org.folkmoot.members;

import java.util.List;
import java.util.Map;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.springframework.stereotype.Component;

/// Asks a community for people by text, as tests of any module want it.
@Component("askingForPeople")
public class Asking {

    private final Town town;
    private final People people;
    private final Criteria criteria;

    Asking(Town town, People people, Criteria criteria) {
        this.town = town;
        this.people = people;
        this.criteria = criteria;
    }

    /// The names of those who fit, by name.
    public List<String> names(Community community, String text) {
        return town.in(
                community,
                () -> {
                    var query =
                            PeopleQuery.of(
                                    Map.of("where", List.of(text), "sort", List.of("name")),
                                    criteria);
                    var hits = people.search(query.q(), true);
                    var rows = people.page(query, hits, null, 1000).rows();
                    return rows.stream().map(People.Row::name).toList();
                });
    }
}
