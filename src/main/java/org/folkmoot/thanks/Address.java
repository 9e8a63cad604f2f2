package org.folkmoot.thanks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.web.Words;

/// Where to send a gift.
record Address(String name, String street, String postcode, String city, String country) {

    Address {
        name = GiftKind.clean(name);
        street = GiftKind.clean(street).replace("\r\n", "\n");
        postcode = GiftKind.clean(postcode);
        city = GiftKind.clean(city);
        country = GiftKind.clean(country);
    }

    static final Address EMPTY = new Address("", "", "", "", "");

    /// What is wrong with it, by field, in the reader's words.
    Map<String, String> objections(Words words) {
        var wrong = new LinkedHashMap<String, String>();
        check(wrong, words, "name", name, 100, true);
        check(wrong, words, "street", street, 300, true);
        check(wrong, words, "postcode", postcode, 20, false);
        check(wrong, words, "city", city, 100, true);
        check(wrong, words, "country", country, 60, true);
        return wrong;
    }

    private static void check(
            Map<String, String> wrong,
            Words words,
            String field,
            String value,
            int most,
            boolean needed) {
        if (needed && value.isEmpty()) {
            wrong.put(field, words.of("gift.needed"));
        } else if (value.length() > most) {
            wrong.put(field, words.of("gift.long", most));
        }
    }
}
