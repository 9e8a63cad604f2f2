/// Who knows whom, and who should.
@NullMarked
@ApplicationModule(
        displayName = "Ties",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "identity",
            "consent"
        })
package org.folkmoot.ties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
