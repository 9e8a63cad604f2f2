package org.folkmoot.organisations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.MailDomain;
import org.folkmoot.organisations.Organisation.Sign;

/// What somebody typed, before the names are looked up.
///
/// @param names one a line
/// @param domains one a line, or with blanks or commas between
record Form(String name, String url, String note, String names, String domains) {

    private static final int MOST_SIGNS = 300;

    /// @throws Refusal.Unusable with the sentence for whoever typed it
    Form {
        name = clean(name);
        url = clean(url);
        note = note.replace("\0", "").strip();
        if (name.isEmpty() || name.length() > Organisation.LONGEST_NAME) {
            throw new Refusal.Unusable("Give the organisation a name of up to 200 characters.");
        }
        if (!url.isEmpty() && !url.matches("https?://\\S{1,490}")) {
            throw new Refusal.Unusable(
                    "A web address begins with https:// and has up to 500 characters.");
        }
        if (note.length() > 5000) {
            throw new Refusal.Unusable("A note has up to 5,000 characters.");
        }
    }

    List<String> allNames() {
        var all = new ArrayList<String>();
        all.add(name);
        names.replace("\0", "").lines().map(String::strip).forEach(all::add);
        if (all.stream().anyMatch(n -> n.length() > Organisation.LONGEST_NAME)) {
            throw new Refusal.Unusable("A name has up to 200 characters. Write one a line.");
        }
        return few(all.stream().filter(n -> !n.isEmpty()).distinct().toList());
    }

    /// By key.
    ///
    /// @throws Refusal.Unusable for one that is none, or everybody's
    List<Sign> allDomains() {
        var all = new LinkedHashMap<String, Sign>();
        for (var typed : domains.replace("\0", "").split("[\\s,;]+", -1)) {
            if (!typed.isEmpty()) {
                var key = domain(typed);
                all.put(key, new Sign("domain", key, MailDomain.written(key)));
            }
        }
        return few(List.copyOf(all.values()));
    }

    private static <T> List<T> few(List<T> all) {
        if (all.size() > MOST_SIGNS) {
            throw new Refusal.Unusable("At most 300 names and 300 domains, please.");
        }
        return all;
    }

    private static String clean(String typed) {
        return typed.replace("\0", "").strip().replaceAll("\\s+", " ");
    }

    private static String domain(String typed) {
        var key = MailDomain.key(typed);
        if (key == null) {
            throw new Refusal.Unusable(
                    "%s is no domain. Write it like example.org."
                            .formatted(typed.substring(0, Math.min(60, typed.length()))));
        }
        var written = MailDomain.written(key);
        if (MailDomain.free(key)) {
            throw new Refusal.Unusable(
                    "Everybody can have an address at %s, so it does not say where they work."
                            .formatted(written));
        }
        if (MailDomain.everybodys(key)) {
            throw new Refusal.Unusable(
                    "%s belongs to a whole country or the world. Write the organisation's own domain."
                            .formatted(written));
        }
        return key;
    }
}
