/// Whom people work for: companies, associations and universities, by their names and e-mail
/// domains, and how much of the community each of them is.
@NullMarked
@ApplicationModule(
        displayName = "Organisations",
        allowedDependencies = {
            "kernel",
            "store",
            "web",
            "access",
            "community",
            "members",
            "activity",
            "connectors",
            "metrics"
        })
package org.folkmoot.organisations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
