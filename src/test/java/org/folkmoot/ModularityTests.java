package org.folkmoot;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    static final ApplicationModules MODULES = ApplicationModules.of(Folkmoot.class);

    @Test
    void modulesUseOnlyWhatTheyMay() {
        MODULES.verify();
    }
}
