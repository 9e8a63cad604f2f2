package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;

/// The tables of a module whose rows say something of an activity, an account or a person, for when
/// one of these is taken away for good. Each module that has any offers one as a bean.
public record Dependants(List<Table> tables) {

    /// What a row hangs on.
    public enum Of {
        ACTIVITY,
        ACCOUNT,
        /// The member as of whom it was put there.
        PERSON
    }

    /// @param name with its schema
    /// @param column holds the id of what its rows hang on
    /// @param held SQL, true of rows for whose sake a person must stay; else they go with what they
    ///     hang on
    public record Table(String name, Of of, String column, String held) {}

    public Dependants {
        tables = List.copyOf(tables);
    }

    public static Dependants none() {
        return new Dependants(List.of());
    }

    public Dependants activity(String table) {
        return and(new Table(table, Of.ACTIVITY, "activity_id", "false"));
    }

    public Dependants account(String table) {
        return account(table, "identity_id");
    }

    public Dependants account(String table, String column) {
        return and(new Table(table, Of.ACCOUNT, column, "false"));
    }

    /// What was worked out of them or came from outside.
    public Dependants person(String table) {
        return person(table, "put_on", "false");
    }

    /// What the team said or did, for which they stay.
    public Dependants holding(String table) {
        return person(table, "put_on", "true");
    }

    public Dependants person(String table, String column, String held) {
        return and(new Table(table, Of.PERSON, column, held));
    }

    private Dependants and(Table table) {
        var more = new ArrayList<>(tables);
        more.add(table);
        return new Dependants(more);
    }
}
