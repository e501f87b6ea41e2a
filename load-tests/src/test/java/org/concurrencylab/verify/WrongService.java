package org.concurrencylab.verify;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.concurrencylab.verify.reference.Answer;
import org.concurrencylab.verify.reference.ReferenceApi;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.ReferenceServer;
import org.concurrencylab.verify.reference.Request;

/** Services that keep the contract but for one thing, and the check that must find it. */
public enum WrongService {
    SENDS_NO_ETAG(
            "ReadingContract.readsABookWithItsVersionAsETag", answering((request, answer) -> answer.without("ETag"))),
    ANSWERS_200_FOR_NO_BOOK(
            "ReadingContract.knowsNoBookThatIsGone",
            answering((request, answer) -> answer.status() == 404 ? json(200, "null") : answer)),
    IGNORES_IF_NONE_MATCH(
            "ReadingContract.doesNotSendAgainWhatTheCallerHas", asked(request -> request.without("if-none-match"))),
    ADDS_A_FIELD(
            "ReadingContract.readsABookWithItsVersionAsETag", replacing("\"stock\":", "\"createdAt\":1,\"stock\":")),
    CLAMPS_THE_LIMIT(
            "PagingContract.refusesABadLimit",
            asked(request -> request.withParameter("limit", limit -> limit.equals("101") ? "100" : limit))),
    ACCEPTS_FORGED_TOKENS("PagingContract.refusesAMadeUpToken", api -> request -> {
        Answer answer = api.apply(request);
        boolean forged = answer.body().contains("\"after\"");
        return forged ? api.apply(request.withParameter("after", token -> null)) : answer;
    }),
    REPEATS_THE_PAGE_BORDER("PagingContract.repeatsAndLosesNothingAtPageBorders", WrongBooks.RepeatsThePageBorder::new),
    SENDS_NO_LOCATION(
            "WritingContract.createsABookAtItsLocation", answering((request, answer) -> answer.without("Location"))),
    ANSWERS_PUT_WITH_THE_OLD_VERSION(
            "WritingContract.replacesABookAndCountsItsVersion",
            answering((request, answer) -> request.method().equals("PUT") && answer.status() == 200
                    ? answer.with("ETag", "\"0\"")
                            .withBody(answer.body().replaceAll("\"version\":\\d+", "\"version\":0"))
                    : answer)),
    TRIMS_TEXT(
            "WritingContract.givesTextBackAsItCame",
            sent(body -> body.replace("\"  ", "\"").replace("  \"", "\""))),
    ACCEPTS_ISBNS_TWICE("WritingContract.refusesASecondBookWithTheSameIsbn", WrongBooks.AcceptsIsbnsTwice::new),
    ACCEPTS_STALE_CHANGES("PreconditionContract.refusesAStalePut", WrongBooks.AcceptsStaleChanges::new),
    DEMANDS_NO_IF_MATCH(
            "PreconditionContract.refusesAPutWithoutIfMatch",
            asked(request -> request.header("if-match").isPresent() ? request : request.with("if-match", "\"0\""))),
    ACCEPTS_A_STAR(
            "PreconditionContract.refusesWhatIsNotOneStrongTag",
            asked(request ->
                    request.header("if-match").orElse("").equals("*") ? request.with("if-match", "\"0\"") : request)),
    LABELS_PROBLEMS_AS_JSON(
            "PreconditionContract.refusesAStalePut",
            answering((request, answer) ->
                    answer.status() >= 400 ? answer.with("Content-Type", "application/json") : answer)),
    FORGETS_ORDERS("OrderContract.takesAnOrderFromTheStockAndCountsTheVersion", WrongBooks.KeepsTheStock::new),
    WRITES_WHAT_IT_REFUSES("OrderContract.takesNothingForAnOrderThatIsTooLarge", WrongBooks.SellsTheRest::new),
    OVERSELLS_UNDER_LOAD("RaceContract.neverSellsACopyTwice", WrongBooks.ChecksThenSells::new),
    LOSES_UPDATES_UNDER_LOAD(
            "RaceContract.letsOneOfManyWritersOfTheSameVersionWin", WrongBooks.ChecksThenReplaces::new),
    ACCEPTS_ISBNS_TWICE_UNDER_LOAD("RaceContract.givesAnIsbnToOneOfManyNewBooks", WrongBooks.ChecksThenCreates::new),
    QUOTES_ANOTHER_PRICE(
            "OfferContract.offersOurPriceAndTheSellers", replacing("\"sellerPriceCents\":", "\"sellerPriceCents\":1")),
    NEVER_OPENS_THE_CIRCUIT(
            "GuardContract.opensTheCircuitAfterManyFailuresAndClosesItOnceTheSellerIsWell",
            answering((request, answer) ->
                    answer.status() == 503 ? status(answer, 502, "overloaded", "seller-failed") : answer)),
    FORGETS_RETRY_AFTER(
            "GuardContract.opensTheCircuitAfterManyFailuresAndClosesItOnceTheSellerIsWell",
            answering((request, answer) -> answer.without("Retry-After"))),
    CALLS_A_TIMEOUT_A_FAILURE(
            "GuardContract.answers504WhenTheSellerIsTooSlow",
            answering((request, answer) ->
                    answer.status() == 504 ? status(answer, 502, "seller-timeout", "seller-failed") : answer)),
    OFFERS_ANOTHER_BEST_PRICE(
            "OffersContract.offersTheBestPriceOfAllSellersAsked",
            replacing("\"bestPriceCents\":", "\"bestPriceCents\":1")),
    ASKS_ONE_SELLER_ONLY("OffersContract.offersTheBestPriceOfAllSellersAsked", api -> request -> {
        String asked = "\"asked\":" + request.query().getOrDefault("sellers", "160");
        Answer one = api.apply(request.withParameter("sellers", sellers -> "1"));
        return one.withBody(one.body().replace("\"asked\":1", asked));
    }),
    ASKS_ANOTHER_NUMBER_BY_ITSELF(
            "OffersContract.asks160SellersUnlessAskedOtherwise", replacing("\"asked\":160", "\"asked\":100")),
    CLAMPS_THE_SELLERS(
            "OffersContract.refusesABadNumberOfSellers",
            asked(request -> request.withParameter("sellers", sellers -> sellers.equals("501") ? "500" : sellers))),
    OFFERS_A_BOOK_THAT_IS_NONE(
            "OffersContract.knowsNoBookToAskFor",
            answering((request, answer) -> answer.status() == 404 ? json(200, "null") : answer)),
    HIDES_FAILED_SELLERS(
            "OffersContract.countsTheSellersThatFailed",
            answering(
                    (request, answer) -> answer.withBody(answer.body().replaceAll("\"failed\":\\d+", "\"failed\":0")))),
    COUNTS_TEN_TIMES_THE_FAILED_SELLERS(
            "OffersContract.countsTheSellersThatFailed",
            answering((request, answer) -> answer.withBody(answer.body().replaceAll("(\"failed\":[1-9]\\d*)", "$10")))),
    CALLS_FAILED_SELLERS_SLOW(
            "OffersContract.answers502WhenAllSellersFail",
            answering((request, answer) ->
                    answer.status() == 502 ? status(answer, 504, "seller-failed", "seller-timeout") : answer)),
    CALLS_SLOW_SELLERS_FAILED(
            "OffersContract.answers504WhenAllSellersAreTooSlow",
            answering((request, answer) ->
                    answer.status() == 504 ? status(answer, 502, "seller-timeout", "seller-failed") : answer)),
    ASKS_SELLERS_WHATEVER_THEY_DO(
            "OffersContract.answers503WhileTheCircuitLetsNoSellerBeAsked",
            answering((request, answer) ->
                    answer.status() == 503 ? status(answer, 502, "overloaded", "seller-failed") : answer)),
    FORECASTS_ANOTHER_PRICE(
            "ForecastContract.computesTheSameForecastAsEveryOther", replacing("\"meanCents\":", "\"meanCents\":1")),
    FORECASTS_BY_CHANCE(
            "ForecastContract.computesTheSameForecastAsEveryOther",
            answering((request, answer) -> answer.withBody(
                    answer.body().replaceAll("\"highCents\":\\d+", "\"highCents\":" + System.nanoTime() % 1_000_000)))),
    SIMULATES_THE_USUAL_PATHS_ONLY(
            "ForecastContract.simulatesAsManyPathsAsAsked",
            asked(request -> request.withParameter("paths", paths -> "1000"))),
    USES_ANOTHER_NUMBER_OF_PATHS_UNASKED(
            "ForecastContract.simulatesAThousandPathsUnasked",
            asked(request ->
                    request.path().endsWith("/forecast") && !request.query().containsKey("paths")
                            ? request.withQuery("paths", "999")
                            : request)),
    CLAMPS_THE_PATHS(
            "ForecastContract.refusesABadNumberOfPaths",
            asked(request -> request.withParameter("paths", paths -> paths.equals("100001") ? "100000" : paths))),
    FORECASTS_FOR_NO_BOOK(
            "ForecastContract.knowsNoForecastForNoBook",
            answering((request, answer) ->
                    request.path().endsWith("/forecast") && answer.status() == 404 ? json(200, "{}") : answer)),
    FORGETS_THE_TYPE_OF_COVERS(
            "CoverContract.givesAnImageBackAsItCame",
            answering((request, answer) ->
                    WrongCovers.isImage(answer) ? answer.with("Content-Type", "image/png") : answer)),
    CUTS_COVERS_OFF(
            "CoverContract.givesAnImageBackAsItCame",
            answering((request, answer) -> WrongCovers.isImage(answer)
                    ? answer.withBody(answer.body().substring(0, answer.body().length() - 1))
                    : answer)),
    KEEPS_THE_FIRST_COVER("CoverContract.replacesACover", WrongCovers.keepsTheFirst()),
    SENDS_COVERS_AGAIN(
            "CoverContract.doesNotSendACoverAgainThatTheCallerHas", asked(request -> request.without("if-none-match"))),
    TAGS_ALL_COVERS_ALIKE(
            "CoverContract.doesNotSendACoverAgainThatTheCallerHas",
            answering((request, answer) ->
                    request.path().endsWith("/cover") ? answer.with("ETag", "\"cover\"") : answer)),
    CUTS_LARGE_COVERS("CoverContract.refusesALargerImage", asked(WrongCovers::cut)),
    READS_COVERS_OF_ANY_TYPE("CoverContract.refusesACoverOfAnotherMediaType", asked(WrongCovers::asPng)),
    BELIEVES_THE_CONTENT_TYPE("CoverContract.refusesABodyThatIsNoSuchImage", asked(WrongCovers::asImage)),
    STORES_HALF_A_COVER("CoverContract.keepsTheCoverWhenAnUploadEndsEarly", api -> api) {
        @Override
        public ReferenceServer start(URI sellers) throws IOException {
            return new ReferenceServer(new ReferenceApi(new ReferenceBooks(), sellers)::answer, true);
        }
    },
    KEEPS_COVERS_OF_BOOKS_THAT_ARE_GONE("CoverContract.forgetsTheCoverWithItsBook", WrongCovers.forgetsNone()),
    INVENTS_COVERS(
            "CoverContract.knowsNoCoverThatNobodyGave",
            answering((request, answer) -> request.path().endsWith("/cover") && answer.status() == 404
                    ? new Answer(200, Map.of("Content-Type", "image/png", "ETag", "\"0\""), "none")
                    : answer)),
    BLAMES_BY_JAVA_NAME(
            "BadInputContract.refusesToCreateABookWith", replacing("\"field\":\"", "\"field\":\"create.input.")),
    TELLS_ITS_EXCEPTIONS(
            "BadInputContract.refusesABodyThatIs", replacing("\"detail\":\"", "\"detail\":\"java.io.EOFException: ")),
    IGNORES_UNKNOWN_FIELDS(
            "BadInputContract.refusesToReplaceABookByOneWith", sent(body -> body.replace(",\"colour\":\"red\"", ""))),
    READS_ANY_MEDIA_TYPE(
            "ProtocolContract.refusesABodyOfAnotherMediaType",
            asked(request -> request.with("content-type", "application/json"))),
    IGNORES_ACCEPT("ProtocolContract.refusesACallerThatAcceptsNoJson", asked(request -> request.without("accept"))),
    READS_LARGE_BODIES("ProtocolContract.refusesALargerBody", sent(String::strip)),
    KNOWS_NO_HEAD(
            "ProtocolContract.answersHeadLikeGetWithoutTheBody",
            api -> request -> api.apply(request.withMethod(request.method().replace("HEAD", "TRACE")))),
    DESCRIBES_ANOTHER_API(
            "OperationsContract.describesItself", replacing("/books/{id}/offer:", "/books/{id}/offering:"));

    private final String check;
    private final Supplier<ReferenceBooks> books;
    private final UnaryOperator<Function<Request, Answer>> fault;

    WrongService(String check, UnaryOperator<Function<Request, Answer>> fault) {
        this.check = check;
        this.books = ReferenceBooks::new;
        this.fault = fault;
    }

    WrongService(String check, Supplier<ReferenceBooks> books) {
        this.check = check;
        this.books = books;
        this.fault = api -> api;
    }

    /** The check that must fail. */
    String check() {
        return check;
    }

    /** The topic of the suite that this check stands in. */
    public String topic() {
        return check.substring(0, check.indexOf('.'));
    }

    /** Whether this is a check that must find it. */
    boolean isFoundBy(Method method) {
        return (method.getDeclaringClass().getSimpleName() + "." + method.getName()).startsWith(check);
    }

    /** Serves the correct API made wrong. */
    public ReferenceServer start(URI sellers) throws IOException {
        return new ReferenceServer(fault.apply(new ReferenceApi(books.get(), sellers)::answer));
    }

    private static UnaryOperator<Function<Request, Answer>> answering(BiFunction<Request, Answer, Answer> change) {
        return api -> request -> change.apply(request, api.apply(request));
    }

    private static UnaryOperator<Function<Request, Answer>> replacing(String text, String by) {
        return answering((request, answer) -> answer.withBody(answer.body().replace(text, by)));
    }

    private static UnaryOperator<Function<Request, Answer>> asked(UnaryOperator<Request> change) {
        return api -> request -> api.apply(change.apply(request));
    }

    private static UnaryOperator<Function<Request, Answer>> sent(UnaryOperator<String> change) {
        return asked(request -> request.withBody(change));
    }

    private static Answer json(int status, String body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    private static Answer status(Answer answer, int status, String slug, String by) {
        String body = answer.body().replace(slug, by).replace("\"status\":" + answer.status(), "\"status\":" + status);
        return new Answer(status, answer.headers(), body);
    }
}
