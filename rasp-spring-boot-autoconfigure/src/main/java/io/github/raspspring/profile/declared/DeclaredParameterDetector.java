package io.github.raspspring.profile.declared;

import java.util.List;

import io.github.raspspring.engine.Category;
import io.github.raspspring.engine.Confidence;
import io.github.raspspring.engine.Detector;
import io.github.raspspring.engine.Finding;
import io.github.raspspring.engine.Findings;
import io.github.raspspring.engine.InputLocation;
import io.github.raspspring.engine.InputValue;
import io.github.raspspring.engine.Inspection;
import io.github.raspspring.engine.Phase;
import io.github.raspspring.engine.Rule;
import io.github.raspspring.profile.LeafObserver;
import io.github.raspspring.profile.PrivilegedNames;
import io.github.raspspring.profile.declared.FormShape.Field;
import io.github.raspspring.profile.declared.FormShape.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Compares parameters, of the query and of forms, with what the handler declares.
 */
public final class DeclaredParameterDetector implements Detector {

	private final DeclaredModel model;

	private final LeafObserver observer;

	/**
	 * Create the detector.
	 * @param model what is declared
	 * @param observer told of values
	 */
	public DeclaredParameterDetector(DeclaredModel model, LeafObserver observer) {
		this.model = model;
		this.observer = observer;
	}

	@Override
	public String name() {
		return DeclaredRules.SOURCE;
	}

	@Override
	public Category category() {
		return Category.BUSINESS_LOGIC;
	}

	@Override
	public Phase phase() {
		return Phase.HANDLER;
	}

	@Override
	public void detect(Inspection inspection, Findings findings) {
		HandlerMethod handler = handler();
		if (handler == null) {
			return;
		}
		FormShape shape = this.model.forms().of(handler);
		DeclaredReading reading = new DeclaredReading(inspection, InputLocation.FORM, this.model.signed(),
				this.observer.begin(inspection));
		@Nullable InputValue[] seen = new InputValue[shape.size()];
		List<InputValue> values = inspection.valuesWithin(0);
		for (int i = 0; i < values.size(); i++) {
			if (values.get(i).kind() == InputValue.Kind.VALUE) {
				judge(values.get(i), values, shape, handler, seen, reading);
			}
		}
		for (Finding finding : reading.findings()) {
			findings.add(finding);
		}
		reading.end();
	}

	private void judge(InputValue value, List<InputValue> values, FormShape shape, HandlerMethod handler,
			@Nullable InputValue[] seen, DeclaredReading reading) {
		switch (value.location()) {
			case PATH -> {
				Field variable = shape.findVariable(value.name());
				if (variable != null) {
					reading.leaf(variable, value.value());
				}
			}
			case QUERY, FORM -> parameter(value, shape, handler, seen, reading);
			case MULTIPART -> {
				if (shape.find(FormShape.pathOf(value.name())) != null || isField(value.name(), values)) {
					parameter(value, shape, handler, seen, reading);
				}
			}
			default -> {
				// Nothing that arguments are bound to by name.
			}
		}
	}

	/**
	 * Whether a part has that name: the name of its file and its headers are told as
	 * values of their own, which nobody binds.
	 */
	private static boolean isField(String name, List<InputValue> values) {
		for (int i = 0; i < values.size(); i++) {
			InputValue value = values.get(i);
			if (value.kind() == InputValue.Kind.NAME && value.location() == InputLocation.MULTIPART
					&& value.value().equals(name)) {
				return true;
			}
		}
		return false;
	}

	private void parameter(InputValue value, FormShape shape, HandlerMethod handler, @Nullable InputValue[] seen,
			DeclaredReading reading) {
		String path = FormShape.pathOf(value.name());
		Field field = shape.find(path);
		if (field == null) {
			unknown(value, path, shape, handler, reading);
			return;
		}
		boolean marked = !path.equals(value.name());
		if (marked && field.kind() != Kind.MANY && value.name().indexOf('[') > 0 && !path.contains(".")) {
			reading.found(DeclaredRules.SCALAR_AS_OBJECT, Confidence.STRONG, value.name());
		}
		if (!marked) {
			InputValue before = seen[field.number()];
			if (before == null) {
				seen[field.number()] = value;
			}
			else if (isAmbiguous(before, value, field)) {
				reading.found(DeclaredRules.DUPLICATE, Confidence.STRONG, path);
			}
		}
		boolean issued = field.limits().signed() != null;
		if ((issued || !value.value().isEmpty()) && !value.name().startsWith("_")) {
			reading.leaf(field, value.value());
		}
	}

	private static boolean isAmbiguous(InputValue one, InputValue other, Field field) {
		if (one.value().equals(other.value())) {
			return false;
		}
		return switch (field.kind()) {
			case SINGLE -> true;
			// Joined with commas, unless one hides behind the other.
			case TEXT -> one.location() != other.location();
			case BOX, MANY -> false;
		};
	}

	/**
	 * Fields of forms are meant to be bound; what stands in a query may be for anybody.
	 */
	private void unknown(InputValue value, String path, FormShape shape, HandlerMethod handler,
			DeclaredReading reading) {
		int end = path.indexOf('.');
		String last = path.substring(path.lastIndexOf('.') + 1);
		boolean form = value.location() == InputLocation.FORM || value.location() == InputLocation.MULTIPART;
		if (isGuarded(value, end, path, shape)) {
			reading.found(DeclaredRules.SCALAR_AS_OBJECT, Confidence.STRONG, value.name());
		}
		else if (!shape.isOpen() && !HarmlessNames.contains(value.name()) && reading.changes()
				&& (form || shape.isBindingObjects()) && !value.value().isEmpty()) {
			boolean ofEntity = shape.isBindingObjects() && reading.creates()
					&& this.model.forms().namesShownBy(handler).contains(path);
			boolean tampers = PrivilegedNames.contains(last) || ofEntity;
			Rule rule = DeclaredRules.UNKNOWN_PROPERTY;
			if (tampers || form) {
				reading.found(rule, tampers ? Confidence.STRONG : Confidence.WEAK, value.name());
			}
		}
	}

	/**
	 * Properties of what has none, such as {@code name.length} of a text.
	 */
	private static boolean isGuarded(InputValue value, int end, String path, FormShape shape) {
		Field owner = (end > 0) ? shape.find(path.substring(0, end)) : null;
		boolean button = value.name().endsWith(".x") || value.name().endsWith(".y");
		return owner != null && owner.kind() != Kind.MANY && !button && shape.isBindingObjects();
	}

	private static @Nullable HandlerMethod handler() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null && request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE,
				RequestAttributes.SCOPE_REQUEST) instanceof HandlerMethod handler) ? handler : null;
	}

}
