package org.folkmoot.organisations;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An organisation as programs see it.
///
/// @param members where its people are
record OrganisationJson(
        long id,
        String name,
        String url,
        String note,
        boolean staff,
        int people,
        List<String> names,
        List<String> domains,
        List<Joined> joined,
        String members) {

    static OrganisationJson of(String slug, Organisation organisation, Workforce workforce) {
        var draft = organisation.draft();
        return new OrganisationJson(
                organisation.id(),
                draft.name(),
                draft.url(),
                draft.note(),
                draft.staff(),
                workforce.people(draft.name()),
                draft.shown("name"),
                draft.shown("domain"),
                organisation.joined().stream().map(Joined::of).toList(),
                "/api/v1/communities/%s/members?organisation=%s"
                        .formatted(slug, Reader.encoded(draft.name())));
    }

    record Joined(long id, String name, long step, List<String> names, List<String> domains) {

        static Joined of(Organisation.Joined joined) {
            return new Joined(
                    joined.id(),
                    joined.name(),
                    joined.step(),
                    shown(joined.signs(), true),
                    shown(joined.signs(), false));
        }

        private static List<String> shown(List<Organisation.Sign> signs, boolean names) {
            return signs.stream()
                    .filter(s -> s.isName() == names)
                    .map(Organisation.Sign::shown)
                    .toList();
        }
    }

    /// What a program writes; what is left out is empty.
    record Written(
            @Nullable String name,
            @Nullable String url,
            @Nullable String note,
            @Nullable List<String> names,
            @Nullable List<String> domains) {

        Form form() {
            return new Form(
                    text(name),
                    text(url),
                    text(note),
                    String.join("\n", Objects.requireNonNullElse(names, List.<String>of())),
                    String.join("\n", Objects.requireNonNullElse(domains, List.<String>of())));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
