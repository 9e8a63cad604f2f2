package org.folkmoot.care;

import java.util.List;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whom an @ in a note can mean, for the list that opens while it is typed.
@RestController
@Needs(Permission.SEE_CONTACT_DATA)
class MentionNames {

    private final Mentions mentions;

    MentionNames(Mentions mentions) {
        this.mentions = mentions;
    }

    @GetMapping("/c/{slug}/mentions/names")
    List<Map<String, String>> names() {
        return mentions.names();
    }
}
