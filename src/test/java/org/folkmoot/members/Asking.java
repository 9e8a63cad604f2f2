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
                    var query = query(text);
                    var hits = people.search(query.q(), true);
                    var rows = people.page(query, hits, null, 1000).rows();
                    return rows.stream().map(People.Row::name).toList();
                });
    }

    /// How many fit, `2+` where they are more than that many.
    public String count(Community community, String text, int most) {
        return town.in(
                community,
                () -> {
                    var query = query(text);
                    var count = people.count(query, people.search(query.q(), true), most);
                    return count.people() + (count.exact() ? "" : "+");
                });
    }

    private PeopleQuery query(String text) {
        return PeopleQuery.of(Map.of("where", List.of(text), "sort", List.of("name")), criteria);
    }
}
