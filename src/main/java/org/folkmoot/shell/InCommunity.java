package org.folkmoot.shell;

import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// A verb that works in one community and says what it did line by line, for people or programs.
abstract class InCommunity extends Site {

    @Option(
            names = "--community",
            paramLabel = "SLUG",
            description = "Its short name; not needed when there is only one.")
    @Nullable String community;

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    InCommunity(Class<?> application) {
        super(application);
    }

    abstract void work(ConfigurableApplicationContext site) throws Exception;

    static Community here(ConfigurableApplicationContext site) {
        return site.getBean(Communities.class).here();
    }

    @Override
    public final Integer call() throws Exception {
        try (var site = backstage()) {
            in(
                    site,
                    community,
                    _ -> {
                        work(site);
                        return 0;
                    });
            out().flush();
            return 0;
        }
    }

    /// @param asJson what becomes one JSON object
    void say(Object asJson, String words) {
        out().println(json ? JsonMapper.shared().writeValueAsString(asJson) : words);
    }
}
