package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.folkmoot.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MultipartException;

@HouseTest
class UploadMishapsTests {

    @Autowired UploadMishaps mishaps;

    @Test
    void aDiskThatFillsUpWhileAFileComesIsToldInOneSentence() throws Exception {
        assertThat(told(new IOException("No space left on device")))
                .contains("The disk became full while the file came in. Nothing of it was stored.");
    }

    @Test
    void aFileThatBreaksOffIsToldToBeSentOnceMore() throws Exception {
        assertThat(told(new IOException("Unexpected EOF read on the socket")))
                .contains("The file did not come in whole. Nothing of it was stored.");
    }

    private String told(IOException cause) throws IOException {
        var answer = new MockHttpServletResponse();
        mishaps.brokeOff(
                new MultipartException("Failed to parse multipart servlet request", cause),
                new MockHttpServletRequest("POST", "/c/lantern/imports/uploads"),
                answer);
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString();
    }
}
