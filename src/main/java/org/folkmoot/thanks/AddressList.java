package org.folkmoot.thanks;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The addresses of all gifts that wait to be sent, as a table for whoever ships them.
@Controller
class AddressList {

    private static final int MOST = 10_000;

    private final Gifts gifts;
    private final Addresses addresses;
    private final Trail trail;

    AddressList(Gifts gifts, Addresses addresses, Trail trail) {
        this.gifts = gifts;
        this.addresses = addresses;
        this.trail = trail;
    }

    @GetMapping("/c/{slug}/gifts/addresses.csv")
    @Needs(Permission.EXPORT)
    void csv(Visitor visitor, HttpServletResponse response) throws IOException {
        if (!visitor.may(Permission.SEE_CONTACT_DATA)) {
            throw new Refusal.NotAllowed(Permission.SEE_CONTACT_DATA.words());
        }
        var waiting = gifts.all(Gift.State.ADDRESS, Long.MAX_VALUE, MOST);
        var where = addresses.of(waiting.stream().map(Gift::id).toList());
        trail.record("addresses exported", "gifts", null, Map.of("gifts", where.size()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"%s-addresses.csv\"".formatted(visitor.community().slug()));
        var out = response.getWriter();
        out.write('\uFEFF'); // spreadsheets take it for Latin-1 otherwise
        out.write("gift,what,name,street,postcode,city,country\r\n");
        for (var gift : waiting) {
            var address = where.get(gift.id());
            if (address != null) {
                var cells =
                        List.of(
                                gift.what(),
                                address.name(),
                                address.street(),
                                address.postcode(),
                                address.city(),
                                address.country());
                out.write(Long.toString(gift.id()));
                for (var cell : cells) {
                    out.write(',' + safe(cell));
                }
                out.write("\r\n");
            }
        }
    }

    /// Quoted, and never a formula: a spreadsheet that opens it runs nothing.
    static String safe(String text) {
        var harmless =
                !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
