package org.folkmoot.connectors;

import java.util.Map;
import org.folkmoot.Folkmoot;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/// A process of its own that works on one import, for tests that kill it. Says on its standard
/// output how far it is: a number a line, then `over`.
final class LoneImport {

    private LoneImport() {}

    /// @param args the community, the import
    public static void main(String[] args) throws Exception {
        var app = new SpringApplication(Folkmoot.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        app.setLazyInitialization(true);
        app.setRegisterShutdownHook(false);
        app.setDefaultProperties(Map.of("folkmoot.database.pool", "3"));
        var site = app.run();
        var importer = site.getBean(Importer.class);
        Here.in(
                new CommunityId(Integer.parseInt(args[0])),
                () -> {
                    while (true) {
                        try {
                            importer.run(Long.parseLong(args[1]), now -> say(now.position()));
                            say("over");
                            return true;
                        } catch (Refusal.Unusable e) {
                            Thread.sleep(50); // the database has not yet seen the end of the one before
                        }
                    }
                });
        Runtime.getRuntime().halt(0);
    }

    private static void say(Object words) {
        System.out.println(words);
        System.out.flush();
    }
}
