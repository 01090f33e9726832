package io.yuanqing.center;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a request's body at the limit of {@link WebSettings}: nobody, signed in or not, fills the memory with one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    private final Longest body;
    private final Longest upload;

    BodyLimit(WebSettings settings) {
        this.body = new Longest(settings.longestBody().toBytes(), "yuanqing.web.longest-body");
        this.upload = new Longest(settings.longestUpload().toBytes(), "yuanqing.web.longest-upload");
    }

    private record Longest(long bytes, String setting) {}

    /** The body went on after the limit. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        TooLarge(Longest longest) {
            super("The body is longer than " + longest.bytes() + " bytes, the limit (" + longest.setting() + ")");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Longest longest = isFile(request.getContentType()) ? upload : body;
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletInputStream getInputStream() throws IOException {
                        return new Limited(super.getInputStream(), longest);
                    }
                },
                response);
    }

    private static boolean isFile(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    private static final class Limited extends ServletInputStream {

        private final ServletInputStream body;
        private final Longest longest;
        private long read;

        Limited(ServletInputStream body, Longest longest) {
            this.body = body;
            this.longest = longest;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int got = body.read(target, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) throws TooLarge {
            read += bytes;
            if (read > longest.bytes()) {
                throw new TooLarge(longest);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
