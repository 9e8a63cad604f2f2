package org.folkmoot.members;

import org.folkmoot.access.Permission;

/// Something to do with a person, offered by the palette; each module gives its own as beans.
///
/// @param order small first
/// @param label goes on with a name: "Add a task about"
/// @param word with which it can be asked for directly, before the name: `task`
/// @param path of a page, below the community, with `{member}` in it
/// @param needs who lacks it is not offered it
public record QuickAction(int order, String label, String word, String path, Permission needs) {

    String on(String home, long member) {
        return home + path.replace("{member}", Long.toString(member));
    }

    /// What of `typed` is the name, if it asks for this: "task ada", "add task ada".
    String name(String typed) {
        var asked = typed.startsWith("add ") ? typed.substring(4).strip() : typed;
        return asked.startsWith(word + " ") ? asked.substring(word.length() + 1).strip() : "";
    }
}
