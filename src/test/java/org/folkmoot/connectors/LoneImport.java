package org.folkmoot.connectors;

import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.folkmoot.store.LoneHouse;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// A process of its own that works on one import, for tests that kill it: only as much of the house
/// as an import needs, so that it starts quickly. Says on its standard output how far it is: a
/// number a line, then `over`.
@ComponentScan(
        basePackages = {
            "org.folkmoot.store",
            "org.folkmoot.community",
            "org.folkmoot.members",
            "org.folkmoot.activity",
            "org.folkmoot.fields",
            "org.folkmoot.care",
            "org.folkmoot.connectors"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        lazyInit = true)
@ComponentScan(
        basePackages = "org.folkmoot.access",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Trail|Colleagues|Teammates)"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        lazyInit = true)
class LoneImport {

    /// @param args the community, the import
    public static void main(String[] args) throws Exception {
        var house = LoneHouse.open(LoneImport.class);
        var importer = house.getBean(Importer.class);
        Here.in(
                new CommunityId(Integer.parseInt(args[0])),
                () -> {
                    while (true) {
                        try {
                            importer.run(Long.parseLong(args[1]), now -> say(now.position()));
                            say("over");
                            return true;
                        } catch (Refusal.Unusable e) {
                            Thread.sleep(
                                    50); // the database has not yet seen the end of the one before
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
