package org.folkmoot.shell;

import picocli.CommandLine;

/// Gives each verb the application it may start.
record VerbFactory(Class<?> application) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (Site.class.isAssignableFrom(type)) {
            return type.getDeclaredConstructor(Class.class).newInstance(application);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
