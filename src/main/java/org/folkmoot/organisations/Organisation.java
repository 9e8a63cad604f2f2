package org.folkmoot.organisations;

import java.util.List;

/// An organisation as the team keeps it.
///
/// @param draft with what it is known by itself, its own name among that
/// @param joined organisations that turned out to be this one, with what they are known by
record Organisation(long id, Draft draft, List<Joined> joined) {

    static final int LONGEST_NAME = 200;

    Organisation {
        joined = List.copyOf(joined);
    }

    String name() {
        return draft.name();
    }

    /// Another that is this one by now.
    ///
    /// @param step that says so, to undo it
    record Joined(long id, String name, long step, List<Sign> signs) {

        Joined {
            signs = List.copyOf(signs);
        }
    }

    /// Something it is known by.
    ///
    /// @param kind `name` or `domain`
    /// @param key by which it is looked up
    /// @param shown as somebody wrote it
    record Sign(String kind, String key, String shown) {

        boolean isName() {
            return kind.equals("name");
        }
    }

    /// All that can be changed of one.
    record Draft(String name, String url, String note, boolean staff, List<Sign> signs) {

        Draft {
            signs = List.copyOf(signs);
        }

        Draft with(boolean staff) {
            return new Draft(name, url, note, staff, signs);
        }

        Draft without(Sign sign) {
            return new Draft(
                    name, url, note, staff, signs.stream().filter(s -> !s.equals(sign)).toList());
        }

        List<String> shown(String kind) {
            return signs.stream().filter(s -> s.kind().equals(kind)).map(Sign::shown).toList();
        }

        /// The names beside its own.
        List<String> others() {
            return shown("name").stream().filter(n -> !n.equals(name)).toList();
        }
    }
}
