package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.PeopleQuery.Param;
import org.jspecify.annotations.Nullable;

/// The filters of the list of people that have a place of their own in addresses:
/// `platform=slack&active=30` says `platform is slack and active 30 days`.
///
/// @param detail a further part, under its own name, that may go with it
/// @param many whether several may stand beside each other
record Simple(String param, String key, String part, @Nullable Detail detail, boolean many) {

    record Detail(String param, String part) {}

    /// In the order in which they are shown.
    static final List<Simple> ALL =
            List.of(
                    new Simple("platform", "platform", "is", null, true),
                    new Simple("role", "role", "is", null, false),
                    new Simple("active", "active", "", null, false),
                    new Simple("silent", "silent", "", null, false),
                    new Simple("from", "joined", "from", null, false),
                    new Simple("to", "joined", "until", null, false),
                    new Simple("kind", "activities", "of kind", new Detail("within", "in"), false),
                    new Simple("tag", "tag", "is", null, true),
                    new Simple("organisation", "organisation", "is", null, false),
                    new Simple("left", "left", "", null, false));

    /// What the value of the parameter asks for.
    Use use(String value, @Nullable String detailed, Criteria criteria) {
        return detail == null || detailed == null
                ? criteria.use(key, Map.of(part, value))
                : criteria.use(key, Map.of(part, value, detail.part(), detailed));
    }

    /// A condition as parameters; empty if it is none of these.
    List<Param> params(Condition condition) {
        return condition instanceof Condition.Is(var use) && use.key().equals(key)
                ? params(use)
                : List.of();
    }

    private List<Param> params(Use use) {
        if (use.said().isEmpty()) {
            return param.equals(key) ? List.of(new Param(param, "yes")) : List.of();
        }
        var params = new ArrayList<Param>();
        for (var said : use.said()) {
            if (said.part().equals(part)) {
                params.addFirst(new Param(param, said.value()));
            } else if (detail != null && said.part().equals(detail.part())) {
                params.add(new Param(detail.param(), said.value()));
            } else {
                return List.of();
            }
        }
        return params.getFirst().name().equals(param) ? List.copyOf(params) : List.of();
    }
}
