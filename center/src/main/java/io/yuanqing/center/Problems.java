package io.yuanqing.center;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every failure of a request as a problem detail (RFC 9457); what the server is to blame for is logged. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    @Nullable
    ProblemDetail unexpected(Exception e, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug(
                    "{} {}: the caller left before the answer was written",
                    request.getMethod(),
                    request.getRequestURI());
            return null;
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The server failed at this request; its log says why");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(e.getPropertyName());
        return invalid(e, headers, request, List.of(new Refusal.FieldProblem(field, Misread.value(e))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(
                e,
                headers,
                request,
                List.of(new Refusal.FieldProblem(e.getParameterName(), "is missing; it is required")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Refusal.FieldProblem> problems = e.getFieldErrors().stream()
                .map(error -> new Refusal.FieldProblem(
                        error.getField(), "'" + error.getRejectedValue() + "' " + error.getDefaultMessage()))
                .toList();
        return invalid(e, headers, request, problems);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (NestedExceptionUtils.getRootCause(e) instanceof BodyLimit.TooLarge tooLarge) {
            ProblemDetail body = ProblemDetail.forStatusAndDetail(
                    HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()));
            return handleExceptionInternal(e, body, headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        return invalid(e, headers, request, List.of(Misread.body(e)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is nothing at " + e.getHttpMethod() + " /" + e.getResourcePath());
        return handleExceptionInternal(e, body, headers, HttpStatus.NOT_FOUND, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object handler =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (handler instanceof ResourceHttpRequestHandler) { // which would serve any path, to GET only
            String path = ((ServletWebRequest) request).getRequest().getRequestURI();
            ProblemDetail body = ProblemDetail.forStatusAndDetail(
                    HttpStatus.NOT_FOUND, "There is nothing at " + e.getMethod() + " " + path);
            return handleExceptionInternal(e, body, new HttpHeaders(), HttpStatus.NOT_FOUND, request);
        }
        return super.handleHttpRequestMethodNotSupported(e, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> invalid(
            Exception e, HttpHeaders headers, WebRequest request, List<Refusal.FieldProblem> problems) {
        return handleExceptionInternal(e, Refusal.invalidBody(problems), headers, HttpStatus.BAD_REQUEST, request);
    }
}
