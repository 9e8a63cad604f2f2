/// What people agreed to, how often and when they may be asked, and the one door through which
/// every ask goes.
@NullMarked
@ApplicationModule(
        displayName = "Contact and consent",
        allowedDependencies = {"kernel", "store", "web", "access", "community", "members"})
package org.folkmoot.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
