package org.folkmoot.access;

/// What may be done in a community. Who may do it stands in [Role].
public enum Permission {
    SEE_NUMBERS("see the numbers"),
    SEE_PEOPLE("see the people"),
    SEE_CONTACT_DATA("see e-mail addresses"),
    SEE_ACTIVITY("read the activity"),
    EDIT_PEOPLE("edit people, tags, notes and segments"),
    IMPORT("import data"),
    EXPORT("export data"),
    SPEAK("speak for the community on its platforms"),
    MODERATE("moderate: hide, delete, ban and lift"),
    SEE_TEAM("see the team"),
    MANAGE_TEAM("manage the team"),
    MANAGE_TOKENS("manage API tokens"),
    HANDLE_PRIVACY("answer what members ask about their data, and erase it"),
    PLAN("mark days, set goals and answer alerts"),
    SEE_TRAIL("read the audit trail"),
    EDIT_SETTINGS("change the settings");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /// Goes on from "may": "see the numbers".
    public String words() {
        return words;
    }
}
