package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Set;

/// Tells whether a request was made on this very machine, by its own name, and through no proxy
/// (which would make the whole world look near).
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    static boolean asks(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Real-IP") == null
                && request.getAttribute("org.apache.tomcat.request.forwarded") == null
                && NAMES.contains(request.getServerName())
                && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
