package org.folkmoot.fields;

import java.time.Duration;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.kernel.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The pictures that are kept here, for those who may see people. Another picture has another
/// address, so a browser may keep each for ever.
@Controller
@Needs(Permission.SEE_PEOPLE)
class FacePage {

    private final Pictures pictures;

    FacePage(Pictures pictures) {
        this.pictures = pictures;
    }

    /// @param digest of its bytes
    @GetMapping("/c/{slug}/faces/{digest}")
    ResponseEntity<byte[]> picture(@PathVariable String digest) {
        var bytes = pictures.bytes(digest).orElseThrow(() -> new Refusal.NotFound("This picture"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SmallPicture.type(bytes)))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
                .body(bytes);
    }
}
