package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.web.Filter;
import org.springframework.stereotype.Component;

/// Puts queries into words.
@Component
class Sentences {

    private final Criteria criteria;

    Sentences(Criteria criteria) {
        this.criteria = criteria;
    }

    /// "on Slack, active in the last 30 days".
    String of(PeopleQuery query, Locale locale) {
        var words = words(query, locale);
        return words.isEmpty() ? "everyone" : String.join(", ", words);
    }

    /// "1,204 people, on Slack, active in the last 30 days".
    String lede(People.Count count, PeopleQuery query, Locale locale) {
        var all = new ArrayList<>(List.of(new Wording(locale).people(count)));
        all.addAll(words(query, locale));
        var words = String.join(", ", all);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// One pill a condition.
    ///
    /// @param list the address of the list without its query
    List<Filter> pills(PeopleQuery query, String list, Locale locale) {
        var pills = new ArrayList<Filter>();
        if (!query.q().isEmpty()) {
            pills.add(new Filter(searched(query), address(list, query.withoutWords())));
        }
        for (var condition : query.conditions()) {
            pills.add(
                    new Filter(
                            criteria.words(condition, locale),
                            address(list, query.without(condition))));
        }
        return List.copyOf(pills);
    }

    private List<String> words(PeopleQuery query, Locale locale) {
        var words = new ArrayList<String>();
        if (!query.q().isEmpty()) {
            words.add(searched(query));
        }
        query.conditions().forEach(c -> words.add(criteria.words(c, locale)));
        return words;
    }

    private static String searched(PeopleQuery query) {
        return "“" + query.q() + "”";
    }

    private static String address(String list, PeopleQuery query) {
        var address = query.address();
        return address.isEmpty() ? list : list + "?" + address;
    }
}
