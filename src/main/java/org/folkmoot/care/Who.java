package org.folkmoot.care;

/// A person as our lists name them.
public record Who(long member, String name) {

    /// As whoever may not see addresses sees a name that is one.
    static Who of(long member, String name, boolean contacts) {
        var at = name.indexOf('@');
        var open = contacts || at < 1 || name.indexOf('.', at) < 0;
        return new Who(member, open ? name : name.substring(0, at) + "@…");
    }
}
